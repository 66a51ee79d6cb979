import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { isObject } from '../../../shared/event/fields';
import { ingest, INGEST_ONE_PATH } from '../../api';
import {
	candidateDetails,
	customFieldsOption,
	metadataOption,
	parsedJson,
	personParameters,
	skillsOption,
	statusOption,
} from '../../candidateDetails';
import { recordsIn, unrecognized } from '../../candidates';
import { interviewerParameter } from '../../parameters';

/** The page breaks off before the name of the link. */
const LINK_NAMES = ['interviewLink', 'link', 'interviewUrl', 'url', 'inviteLink'];

export const createInterviewLink: Operation = {
	value: 'createInterviewLink',
	name: 'Create Interview Link',
	action: 'Create an interview link',
	description: "Create one candidate's interview and get its link; InterviewFlowAI sends no email",
	isReadOnly: false,
	properties: [
		interviewerParameter,
		...personParameters,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				statusOption,
				customFieldsOption,
				{
					displayName: 'Custom Questions',
					name: 'customQuestions',
					type: 'json',
					default: '[]',
					description: 'As a JSON list, passed on as it is: InterviewFlowAI does not document its form',
				},
				metadataOption,
				{
					displayName: 'Resume URL',
					name: 'resumeUrl',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/resume.pdf',
					description: 'Address of a PDF file that anyone can open; InterviewFlowAI downloads it',
				},
				skillsOption,
			],
		},
	],
	run: async (context, itemIndex) => {
		const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
		const body = await ingest(context, INGEST_ONE_PATH, {
			jobId: requiredText(context, itemIndex, 'interviewerId', 'Interviewer ID'),
			name: requiredText(context, itemIndex, 'name', 'Name'),
			email: requiredText(context, itemIndex, 'email', 'Email'),
			...(options.status ? { status: options.status } : {}),
			...candidateDetails(context, itemIndex, options),
			...resumeUrl(context, itemIndex, options.resumeUrl),
			...customQuestions(context, itemIndex, options.customQuestions),
		});
		const [record = {}] = recordsIn(body) ?? unrecognized(context, body);
		return asItems([{ ...record, interviewLink: linkIn(record, body) }]);
	},
};

function resumeUrl(context: IExecuteFunctions, itemIndex: number, value: unknown): IDataObject {
	const url = String(value ?? '').trim();
	if (url === '') return {};
	if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return { resumeUrl: url };
	throw new NodeOperationError(context.getNode(), 'Resume URL is not a web address', {
		itemIndex,
		description: `It is "${url}". Give the whole address of a PDF file, beginning with https://.`,
	});
}

function customQuestions(context: IExecuteFunctions, itemIndex: number, value: unknown): IDataObject {
	const questions = parsedJson(context, itemIndex, value, 'Custom Questions') ?? [];
	if (Array.isArray(questions)) return questions.length === 0 ? {} : { customQuestions: questions };
	throw new NodeOperationError(context.getNode(), 'Custom Questions must be a JSON list', {
		itemIndex,
		description: 'Write Custom Questions in square brackets.',
	});
}

/** The first link to a page, at the names that it may have. */
function linkIn(record: IDataObject, body: unknown): string | null {
	const places = [record, record.interview, record.candidate, body].filter(isObject);
	const candidates = places.flatMap((place) => LINK_NAMES.map((name) => place[name]));
	const isLink = (value: unknown): value is string =>
		typeof value === 'string' && /^https:\/\//.test(value.trim());
	return candidates.find(isLink)?.trim() ?? null;
}
