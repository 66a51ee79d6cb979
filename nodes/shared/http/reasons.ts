/** Why a connection failed, and what can be done about it. */
interface Reason {
	inWords: string;
	cure?: string;
	/** Whether the call never reached the other side. */
	isUnsent?: true;
}

const UNTRUSTED: Reason = {
	inWords: 'its certificate is not trusted',
	cure: 'If a proxy with a company certificate is in between, ask the person who runs n8n to set NODE_EXTRA_CA_CERTS to the file with that certificate and restart it.',
	isUnsent: true,
};

const REASONS: Record<string, Reason> = {
	ECONNREFUSED: { inWords: 'nothing listens at that address', isUnsent: true },
	ENOTFOUND: { inWords: 'the host name is unknown', isUnsent: true },
	EAI_AGAIN: { inWords: 'the host name could not be looked up', isUnsent: true },
	ETIMEDOUT: { inWords: 'it took longer than {seconds} seconds' },
	ECONNABORTED: { inWords: 'it took longer than {seconds} seconds' },
	CERT_HAS_EXPIRED: { inWords: 'its certificate has expired', isUnsent: true },
	ERR_TLS_CERT_ALTNAME_INVALID: { inWords: 'its certificate is for another host', isUnsent: true },
	DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
	SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
	UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
};

/**
 * The network's error in words; never the request, which holds the key. Its code must not stay in the text:
 * n8n would put a general sentence in place of the whole message.
 */
export function reasonOf(failure: unknown, timeoutSeconds = 30): Reason {
	const { code, cause } = (failure ?? {}) as { code?: unknown; cause?: { code?: unknown } };
	const known = [code, cause?.code].map((one) => REASONS[String(one)]).find((one) => one !== undefined);
	const { inWords, ...rest } = known ?? { inWords: 'the connection broke' };
	return { ...rest, inWords: inWords.replace('{seconds}', String(timeoutSeconds)) };
}
