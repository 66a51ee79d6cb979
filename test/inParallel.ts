/** Runs a task so many times, a few of them at once. @returns what each gave, by index */
export async function inParallel<Result>(
	times: number,
	atOnce: number,
	task: (index: number) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	let next = 0;
	const work = async () => {
		while (next < times) {
			const index = next++;
			results[index] = await task(index);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return results;
}
