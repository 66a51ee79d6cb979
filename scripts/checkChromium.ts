import { chromiumPath } from '../test/ui/chromium';

try {
	process.stdout.write(`${chromiumPath()}\n`);
} catch (error) {
	process.stderr.write(`${(error as Error).message}\n`);
	process.exitCode = 1;
}
