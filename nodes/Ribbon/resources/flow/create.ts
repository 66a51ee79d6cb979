import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { longTextField, readFields, textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredProse, requiredText, textList } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { webhookUrlOf } from '../../../shared/actions/values';
import { isWrittenList } from '../../../shared/event/text';
import { secretFields, type WebhookSecrets } from '../../../shared/trigger/secrets';
import { ribbonApi, writeOnce } from '../../api';
import { aFlow, FLOWS_PATH } from '../../api/flows';
import { flowFields, webhookUrlField } from '../../parameters/flowFields';

const MOST_QUESTIONS = 20;

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a flow',
	description: 'Create a flow, optionally one whose events start your workflow',
	properties: [
		textField({ displayName: 'Title', name: 'title', required: true }),
		textField({
			displayName: 'Organization Name',
			name: 'orgName',
			required: true,
			description: 'As the candidate hears it',
		}),
		longTextField({
			displayName: 'Questions',
			name: 'questions',
			required: true,
			placeholder: 'e.g. Why would you like to work with us?',
			description: `One question per line, at most ${MOST_QUESTIONS}; or a list, from an expression`,
		}),
		collection('Additional Fields', flowFields),
	],
	prepare: (context, itemIndex) => {
		const body: IDataObject = {
			title: requiredText(context, itemIndex, 'title', 'Title'),
			org_name: requiredText(context, itemIndex, 'orgName', 'Organization Name'),
			questions: readQuestions(context, itemIndex),
			...readFields(context, itemIndex, {
				collection: 'additionalFields',
				known: flowFields,
				deciding: [webhookUrlField.name],
			}),
		};
		const { displayName } = webhookUrlField;
		webhookUrlOf({ context, itemIndex, displayName, value: body[webhookUrlField.name] });
		return async () => {
			const secret = await secretFor(context, itemIndex, body);
			const answer = await writeOnce(context, FLOWS_PATH, aFlow(), { ...body, ...secret });
			return asItems([{ title: body.title, ...answer }]);
		};
	},
};

function readQuestions(context: IExecuteFunctions, itemIndex: number): string[] {
	const given = context.getNodeParameter('questions', itemIndex, '');
	const isList = Array.isArray(given) || isWrittenList(given);
	const entries = isList
		? textList(context, itemIndex, 'questions', 'Questions')
		: requiredProse(context, itemIndex, 'questions', 'Questions').split(/\r?\n/);
	const questions = entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
	if (questions.length > 0 && questions.length <= MOST_QUESTIONS) return questions;
	throw new NodeOperationError(
		context.getNode(),
		questions.length === 0 ? 'Questions is empty' : `Questions holds more than ${MOST_QUESTIONS} questions`,
		{ itemIndex, description: `Write 1 to ${MOST_QUESTIONS} questions, one per line.` },
	);
}

/**
 * The secret that goes with a webhook URL; nothing without one.
 *
 * @throws NodeOperationError where the credential has none: the trigger would refuse every delivery of the flow
 */
async function secretFor(
	context: IExecuteFunctions,
	itemIndex: number,
	{ webhook_url: url }: IDataObject,
): Promise<{ webhook_secret_key?: string }> {
	if (url === undefined) return {};
	const { current } = secretFields(await context.getCredentials<WebhookSecrets>(ribbonApi.credentialType));
	if (current !== '') return { webhook_secret_key: current };
	throw new NodeOperationError(
		context.getNode(),
		'Fill in Webhook Secret in the Ribbon credential: without it, the flow would send deliveries that nobody can verify',
		{ itemIndex, description: 'Use any long random text, and the same credential in the trigger.' },
	);
}
