import { buildPackage } from './buildPackage';

buildPackage('.').catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
