import type { Stage } from '../../../demo/stage';
import type { Vendor } from '../../../simulators/shared/simulator';

/** Something at a vendor whose name can be anything, a key too. */
interface Holder {
	/** Makes one with this name, and returns the parameters of the operation that reads it. */
	add(stage: Stage, name: string): Record<string, unknown>;
	/** The list of the trigger that shows it. */
	list?: { method: string; parameter: string };
}

export const HOLDERS: Record<Vendor, Holder> = {
	hireflix: {
		add: ({ simulators }, name) => {
			simulators.hireflix.state.addPosition(name);
			return { resource: 'position', operation: 'getAll', returnAll: true };
		},
		list: { method: 'positionOptions', parameter: 'positions' },
	},
	heymilo: {
		add: ({ simulators }, name) => {
			simulators.heymilo.state.addPosting(name);
			return { resource: 'posting', operation: 'getAll', returnAll: true };
		},
		list: { method: 'postingOptions', parameter: 'postings' },
	},
	jobmojito: {
		add: ({ simulators }, name) => {
			simulators.jobmojito.state.addDefinition(name);
			return { resource: 'interview', operation: 'getAll', returnAll: true };
		},
		list: { method: 'interviewOptions', parameter: 'interviews' },
	},
	interviewflowai: {
		add: ({ simulators }, name) => {
			const { state } = simulators.interviewflowai;
			const interviewer = state.addInterviewer('Holder');
			state.addInterview({ interviewer, name, email: 'ada@example.com' });
			return { resource: 'candidate', operation: 'getAll', returnAll: true, interviewerId: interviewer.id };
		},
	},
	ribbon: {
		add: ({ simulators }, name) => {
			simulators.ribbon.state.addFlow({ title: name });
			return { resource: 'flow', operation: 'getAll', returnAll: true };
		},
		list: { method: 'flowOptions', parameter: 'flows' },
	},
	micro1: {
		add: ({ simulators }, name) => {
			simulators.micro1.state.addDefinition(name);
			return { resource: 'interview', operation: 'getAll', returnAll: true };
		},
	},
};
