import { join } from 'node:path';

import type { INodeType } from 'n8n-workflow';

import type { Vendor } from '../nodes/shared/event/interviewEvent';
import { measureOwnCost } from './inProcess/ownCost';

async function run(): Promise<void> {
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	const built = require(join(__dirname, '..', 'dist', 'index.js')) as typeof import('../index');
	const triggers: Record<Vendor, INodeType> = {
		hireflix: new built.HireflixTrigger(),
		heymilo: new built.HeyMiloTrigger(),
		jobmojito: new built.JobMojitoTrigger(),
		interviewflowai: new built.InterviewFlowAiTrigger(),
	};
	await measureOwnCost(triggers);
}

void run();
