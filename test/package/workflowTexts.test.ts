import type { IDataObject, INodeTypeDescription } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { readShipped } from '../../demo/shipped';

const CANDIDATES_LINK = 'https://example.com/take-the-interview';

const RESULT = {
	candidate_name: 'Ada Example',
	score_percent: null,
	score_raw: null,
	report_url: null,
	interview_url: CANDIDATES_LINK,
};

/** What n8n makes of a text for an item. */
function textFor(item: IDataObject, text: string): string {
	const description = {
		properties: [],
		inputs: ['main'],
		outputs: ['main'],
	} as unknown as INodeTypeDescription;
	const nodeTypes = {
		getByName: () => ({ description }),
		getByNameAndVersion: () => ({ description }),
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		nodes: [{ id: '1', name: 'here', type: 'any', typeVersion: 1, position: [0, 0], parameters: {} }],
		connections: {},
		active: false,
		nodeTypes,
	});
	return String(
		workflow.expression.getParameterValue(text, null, 0, 0, 'here', [{ json: item }], 'manual', {}),
	);
}

/** Each text of a shipped workflow that shows a result, by the name of its node. */
const TEXTS: Array<[file: string, node: string, textIn: (parameters: IDataObject) => unknown]> = [
	['report-to-slack.json', 'Card in Slack', ({ text }) => text],
	['approve-by-score.json', 'Ask a person', ({ message }) => message],
	[
		'result-to-hubspot.json',
		'Text of the note',
		({ assignments }) =>
			(assignments as { assignments: IDataObject[] }).assignments.find(({ name }) => name === 'note')?.value,
	],
];

const shownIn = (name: string, item: IDataObject) => {
	const [file, , textIn] = TEXTS.find(([, node]) => node === name) ?? [];
	const parameters = readShipped(String(file)).nodes.find((node) => node.name === name)?.parameters;
	// The note looks back at the item of an earlier node.
	const text = String(textIn?.(parameters as IDataObject)).replaceAll(/\$\('[^']+'\)\.item\.json/g, '$json');
	return textFor({ ...RESULT, ...item }, text);
};

describe.each(TEXTS.map(([file, node]) => [node, file]))('%s of %s', (name) => {
	it("shows the link of an interview only where it is not the candidate's own", () => {
		const withLink = ['hireflix', 'heymilo', 'jobmojito', 'interviewflowai', 'ribbon', 'micro1'].filter(
			(vendor) => shownIn(name, { vendor }).includes(CANDIDATES_LINK),
		);
		expect(withLink).toEqual(['hireflix', 'ribbon']);
	});
});

it.each([
	[{ score_percent: 78, score_raw: 78 }, 'Score: 78 of 100'],
	[{ score_percent: 0, score_raw: 0 }, 'Score: 0 of 100'],
	[{ score_raw: 7.4 }, 'Score: 7.4 (no scale known)'],
	[{ score_raw: null }, 'Score: none'],
])('the card in Slack shows a score as the vendor has it: %j', (item, shown) => {
	expect(shownIn('Card in Slack', item).split('\n')).toContain(shown);
});
