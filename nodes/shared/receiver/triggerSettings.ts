import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

const DEFAULT_REMEMBERED_DELIVERIES = 10_000;

/** The parameters that every trigger has under the same names. */
export interface TriggerSettings {
	events: string[];
	simplify: boolean;
	deduplicate: boolean;
	acceptUnverified: boolean;
	includeRaw: boolean;
	escapeFormulas: boolean;
	scoreMaximum: number | null;
	rememberedDeliveries: number;
	/** Whether the editor is listening for a test event; such runs remember nothing. */
	isTestRun: boolean;
	/** The vendor's own options. */
	options: IDataObject;
	/** Ids selected in a filter parameter; none lets every job through. */
	jobs(parameter: string): string[];
}

export function readTriggerSettings(context: IWebhookFunctions): TriggerSettings {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	return {
		events: textList(context.getNodeParameter('events', [])),
		simplify: context.getNodeParameter('simplify', true) === true,
		deduplicate: options.deduplicate !== false,
		acceptUnverified: options.acceptUnverified === true,
		includeRaw: options.includeRaw === true,
		escapeFormulas: options.escapeFormulas === true,
		scoreMaximum: positiveNumber(options.scoreMaximum),
		rememberedDeliveries: positiveNumber(options.rememberedDeliveries) ?? DEFAULT_REMEMBERED_DELIVERIES,
		isTestRun: context.getMode() === 'manual',
		options,
		jobs: (parameter) => textList(context.getNodeParameter(parameter, [])),
	};
}

/** A list parameter as texts: an expression may give a list or one comma-separated text. */
export function textList(value: unknown): string[] {
	const entries = Array.isArray(value) ? value.map(String) : String(value ?? '').split(',');
	return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

function positiveNumber(value: unknown): number | null {
	return typeof value === 'number' && value > 0 ? value : null;
}
