import type { Service } from './proxy';

interface SlackMessage {
	channel: string;
	text?: string;
	blocks?: Array<{
		type: string;
		text?: { text: string };
		elements?: Array<{ text: { text: string }; url?: string }>;
	}>;
}

/** Slack, as far as posting a message goes. */
export class Slack {
	readonly accessToken = 'xoxb-stand-in';
	readonly messages: SlackMessage[] = [];

	readonly service: Service = ({ method, path, headers, body }) => {
		if (method !== 'POST' || path !== '/api/chat.postMessage') return undefined;
		if (headers.authorization !== `Bearer ${this.accessToken}`) {
			return { json: { ok: false, error: 'invalid_auth' } };
		}
		const message = JSON.parse(body.toString()) as SlackMessage;
		this.messages.push(message);
		return { json: { ok: true, channel: message.channel, ts: '1770000000.000100', message } };
	};

	/** What was posted since the last call, as text. */
	newTexts(): string[] {
		return this.messages.splice(0).map(textOf);
	}
}

/** The words of a message, of its blocks where it has some. */
export function textOf({ text, blocks = [] }: SlackMessage): string {
	return text ?? blocks.map((block) => block.text?.text ?? '').join('\n');
}

/** Where the button with this label leads. */
export function buttonUrl({ blocks = [] }: SlackMessage, label: string): string {
	const button = blocks.flatMap(({ elements = [] }) => elements).find(({ text }) => text.text === label);
	if (!button?.url) throw new Error(`The message has no button "${label}"`);
	return button.url;
}
