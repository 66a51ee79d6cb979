import { until as look } from '../../host/until';

/** Waits until it is so. @throws after a minute */
export async function until(isSo: () => boolean): Promise<void> {
	if (!(await look(isSo, 60_000))) throw new Error('It is still not so after 60 s');
}
