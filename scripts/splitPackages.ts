/** A vendor's package, cut out of this repository. */
export interface SplitPackage {
	name: string;
	/** As people write it. */
	vendor: string;
	/** Of the vendor's folder below `nodes`, and of its action node's class. */
	className: string;
	/** Of the vendor's page below `docs`. */
	page: string;
}

/** n8n verifies packages of one service only, so each vendor has a package of its own beside the combined one. */
export const SPLIT_PACKAGES: SplitPackage[] = [
	{ name: 'n8n-nodes-hireflix', vendor: 'Hireflix', className: 'Hireflix', page: 'hireflix' },
	{ name: 'n8n-nodes-heymilo', vendor: 'HeyMilo', className: 'HeyMilo', page: 'heymilo' },
	{ name: 'n8n-nodes-jobmojito', vendor: 'JobMojito', className: 'JobMojito', page: 'jobmojito' },
	{
		name: 'n8n-nodes-interviewflowai',
		vendor: 'InterviewFlowAI',
		className: 'InterviewFlowAi',
		page: 'interviewflowai',
	},
	{ name: 'n8n-nodes-ribbon', vendor: 'Ribbon', className: 'Ribbon', page: 'ribbon' },
	{ name: 'n8n-nodes-micro1', vendor: 'micro1', className: 'Micro1', page: 'micro1' },
];

export const SPLIT_FOLDER = 'packages';
