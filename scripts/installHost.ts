import { installHost } from '../host/install';

installHost((line) => void process.stdout.write(`${line}\n`)).catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
