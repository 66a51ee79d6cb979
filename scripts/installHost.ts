import { installHost } from '../host/install';

// installHost.ts [version]
installHost((line) => void process.stdout.write(`${line}\n`), process.argv[2]).catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
