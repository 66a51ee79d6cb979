import { headerProof, type Proof } from '../shared/proof';

/**
 * No signature; the customer's own static header, typed into JobMojito's webhook settings, is sent with each delivery.
 * Source: developer.jobmojito.com/webhooks.
 */
export function jobMojitoProof(headerName: string): Proof {
	return headerProof({
		name: headerName,
		value: (_body, secret) => secret,
		secretOf: ({ headers }) => headers[headerName],
	});
}
