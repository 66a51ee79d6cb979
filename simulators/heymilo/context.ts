import type { Files } from '../shared/files';
import type { Registration, RegistrationInput } from '../shared/registration';
import type { Links } from './links';
import type { HeyMiloState } from './state';

/** What the routes answer from. */
export interface ApiContext {
	state: HeyMiloState;
	/** The webhooks that a generation of the API has, inactive ones too. */
	webhooksOf: (generation: 'v1' | 'v2') => Registration[];
	files: Files;
	links: Links;
	register: (input: RegistrationInput, id: string) => Registration;
	/** Epoch milliseconds. */
	now: () => number;
}
