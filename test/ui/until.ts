/** Waits until it is so. @throws after a minute */
export async function until(isSo: () => boolean): Promise<void> {
	const deadline = Date.now() + 60_000;
	while (!isSo()) {
		if (Date.now() > deadline) throw new Error('It is still not so after 60 s');
		await new Promise((resume) => setTimeout(resume, 100));
	}
}
