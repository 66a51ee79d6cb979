import { filePart } from '../../../nodes/JobMojito/parameters/binaryInput';
import { setState } from '../../../nodes/JobMojito/resources/interview/setState';
import { actionContext } from '../actions/actionContext';

it.each(['stop', 'RETURN'])('an interview is not set to %s', (status) => {
	const context = actionContext({ parameters: { interview: 'D1', status } });
	expect(() => setState.prepare(context, 0)).toThrow('Status is not one of the values to choose from');
});

it('an empty file is not sent', async () => {
	const context = actionContext({ parameters: { binaryField: 'data' } });
	context.helpers = {
		assertBinaryData: () => ({ mimeType: 'application/pdf', data: '' }),
		getBinaryDataBuffer: async () => await Promise.resolve(Buffer.alloc(0)),
	} as unknown as typeof context.helpers;
	await expect(filePart(context, 0)()).rejects.toThrow('is empty (0 bytes)');
});
