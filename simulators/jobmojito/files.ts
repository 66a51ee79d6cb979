import {
	handled,
	serve,
	type ApiAnswer,
	type ApiRequest,
	type LoggedRequest,
	type RunningServer,
} from '../shared/server';
import { contentOf, Storage, typeOf } from '../shared/storage';

const FOLDER = '/storage/v1/object/sign/';

/**
 * Recordings and reports behind signed links, on a host of their own as the vendor's storage is. A request that
 * carries Authorization is refused with 400, as by storage that finds two kinds of proof; so is an expired link, as by
 * Supabase.
 */
export class FileServer extends Storage {
	/** Downloads received, oldest first. */
	readonly requests: LoggedRequest[] = [];
	private server: RunningServer | null = null;

	async open(): Promise<void> {
		const api = handled((request) => this.answer(request));
		const log = (download: LoggedRequest) => void this.requests.push(download);
		const errorBody = (_status: number, message: string) => ({ message });
		this.server = await serve({ api, log, errorBody });
	}

	async close(): Promise<void> {
		await this.server?.close();
	}

	/** A link that works until links expire. */
	link(name: string): string {
		return `${this.server?.origin}${FOLDER}${name}?token=simulated-${this.generation}`;
	}

	private answer({ headers, path, query }: ApiRequest): ApiAnswer {
		if (headers.authorization !== undefined) return refusal('invalid_request', 'Two kinds of proof');
		if (query.get('token') !== `simulated-${this.generation}`)
			return refusal('InvalidJWT', '"exp" claim timestamp check failed');
		const name = decodeURIComponent(path.replace(FOLDER, ''));
		const body = Buffer.from(contentOf(name));
		return this.give({ status: 200, body, headers: { 'content-type': typeOf(name) } });
	}
}

/** Supabase puts what would be the status into the body. */
const refusal = (error: string, message: string): ApiAnswer => ({
	status: 400,
	body: { statusCode: '400', error, message },
});
