import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { endWithParent } from '../../host/endWithParent';
import type { Answers, Load } from './load';

/** Sends requests from a process of its own. */
export interface Client {
	/** One load at a time. @throws when the process ends before everything was answered */
	send(load: Load): Promise<Answers>;
	stop(): void;
}

export function startClient(): Client {
	const child = fork(join(__dirname, 'sender.ts'), {
		execArgv: ['--import', 'tsx'],
		serialization: 'advanced',
	});
	endWithParent(child);
	return {
		send: async (load) => {
			const end = new AbortController();
			const answered = once(child, 'message', end);
			const ended = once(child, 'exit', end).then(() => {
				throw new Error('The process that sends has ended');
			});
			child.send(load);
			try {
				const [answers] = (await Promise.race([answered, ended])) as [Answers];
				return answers;
			} finally {
				end.abort();
				answered.catch(() => {});
				ended.catch(() => {});
			}
		},
		stop: () => void child.kill(),
	};
}
