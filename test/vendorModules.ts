import type { ICredentialType, INodeType } from 'n8n-workflow';

import type { Resource } from '../nodes/shared/actions/operation';
import { SPLIT_PACKAGES } from '../scripts/splitPackages';
import type { Vendor } from '../simulators/shared/simulator';

/** What a vendor's sources hold, whose files all vendors name alike: a new vendor needs no entry here. */
interface VendorModules {
	action: INodeType;
	credential: ICredentialType;
	resources: Resource[];
}

export const VENDOR_MODULES = Object.fromEntries(
	SPLIT_PACKAGES.map(({ page, className }) => [
		page,
		{
			action: instanceIn(`nodes/${className}/${className}.node`),
			credential: instanceIn(`credentials/${className}Api.credentials`),
			resources: onlyExportOf(`nodes/${className}/resources`),
		},
	]),
) as Record<Vendor, VendorModules>;

function instanceIn(path: string): object {
	const Class = onlyExportOf(path) as new () => object;
	return new Class();
}

function onlyExportOf(path: string): unknown {
	return Object.values(jest.requireActual<object>(`../${path}`))[0];
}
