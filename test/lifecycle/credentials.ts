import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INode,
	Workflow,
} from 'n8n-workflow';

/** What n8n's server does with a credential: returns its data, and resolves its `authenticate` for a request. */
export function credentialsHelper(
	credentialData: ICredentialDataDecryptedObject,
	credential: ICredentialType,
) {
	return {
		getDecrypted: async () => credentialData,
		isCredentialUsableByNode: () => true,
		getParentTypes: () => [],
		preAuthentication: async () => undefined,
		authenticate: async (
			data: ICredentialDataDecryptedObject,
			_type: string,
			options: IHttpRequestOptions,
			workflow: Workflow,
			node: INode,
		) => {
			const { headers } = (credential.authenticate as IAuthenticateGeneric).properties;
			for (const [name, value] of Object.entries(headers ?? {})) {
				const resolved = workflow.expression.getSimpleParameterValue(node, value as string, 'internal', {
					$credentials: data,
				});
				options.headers = { ...options.headers, [name]: String(resolved) };
			}
			return options;
		},
	};
}
