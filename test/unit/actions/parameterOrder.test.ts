import { heyMiloResources } from '../../../nodes/HeyMilo/resources';
import { hireflixResources } from '../../../nodes/Hireflix/resources';
import { interviewFlowAiResources } from '../../../nodes/InterviewFlowAi/resources';
import { jobMojitoResources } from '../../../nodes/JobMojito/resources';
import { micro1Resources } from '../../../nodes/Micro1/resources';

/** What comes after the parameters that say which thing, in this order. */
const LATER = [
	['returnAll'],
	['limit'],
	['filters', 'search', 'includeArchived', 'customFieldFilters'],
	['additionalFields', 'updateFields'],
	['simplify'],
	['options'],
];
const COLLECTIONS = ['additionalFields', 'filters', 'options', 'updateFields'];
const placeOf = (name: string) => LATER.findIndex((names) => names.includes(name));

const operations = [
	...heyMiloResources,
	...hireflixResources,
	...interviewFlowAiResources,
	...jobMojitoResources,
	...micro1Resources,
].flatMap((resource) =>
	resource.operations.map(({ action, properties }) => ({ what: `${resource.value}: ${action}`, properties })),
);

describe('the parameters of every operation', () => {
	it.each(operations)('come in the same order: $what', ({ properties }) => {
		const names = properties.map(({ name }) => name);
		expect(names).toEqual([...names].sort((one, other) => placeOf(one) - placeOf(other)));
	});

	it.each(operations)('have collections only under the names that n8n uses: $what', ({ properties }) => {
		const collections = properties.filter(({ type }) => type === 'collection').map(({ name }) => name);
		expect(collections.filter((name) => !COLLECTIONS.includes(name))).toEqual([]);
	});
});
