import * as fc from 'fast-check';

import { endingsOf, safeFileName } from '../../../nodes/shared/http/files/name';

describe('the name of a file', () => {
	it.each([
		['report-1', 'pdf', 'report-1.pdf'],
		['report-1', '', 'report-1'],
		['a/b\\c', 'mp4', 'a_b_c.mp4'],
		['a:b*c?d"e<f>g|h', 'mp4', 'a_b_c_d_e_f_g_h.mp4'],
		['../../etc/passwd', '', '_.._etc_passwd'],
		[' . a . ', 'mp4', 'a.mp4'],
		['a\u202Egpj.\u200Bexe\u0000\r\n\tb', 'mp4', 'agpj.exeb.mp4'],
		['a\u00A0b\u3000c', '', 'a b c'],
		['e\u0301', 'pdf', '\u00E9.pdf'],
		['a\uD83Db', 'pdf', 'ab.pdf'],
		['con', 'pdf', '_con.pdf'],
		['LPT1.old', '', '_LPT1.old'],
		['COM¹', 'txt', '_COM¹.txt'],
		['nul .x', 'pdf', '_nul .x.pdf'],
		['console', 'pdf', 'console.pdf'],
		['...', 'pdf', 'file.pdf'],
		['', '', 'file'],
	])('made of %j and %j is %j', (baseName, ending, name) => {
		expect(safeFileName(baseName, ending)).toBe(name);
	});

	it('is one that every file system takes, whatever the id is', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 400 }),
			fc.string({ unit: fc.constantFrom('.', ' ', '/', '🙂', 'é', '漢', '\u202E', 'nul'), maxLength: 400 }),
		);
		fc.assert(
			fc.property(text, fc.constantFrom('', 'mp4', 'pages'), (baseName, ending) => {
				const name = safeFileName(baseName, ending);
				expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]|^[. ]|[. ]$/u);
				expect(name).not.toMatch(/^(con|prn|aux|nul)(\.|$)/i);
				expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
				expect(name.length).toBeGreaterThan(0);
				expect(name.endsWith(ending)).toBe(true);
			}),
		);
	});
});

describe('the endings of a file', () => {
	it.each([
		['https://a.example.com/b/c.MP4?x=.pdf#.doc', undefined, ['mp4']],
		['https://a.example.com/b.mp4;jsessionid=1.2', undefined, ['mp4']],
		['https://a.example.com/b%2Emp4', undefined, ['mp4']],
		['https://a.example.com/%E0%A4%A.mp4', undefined, ['mp4']],
		['https://a.example.com/b.mp4/c', undefined, []],
		['https://a.example.com/', undefined, []],
		['https://a.example.com/a.php', 'inline; filename="b.pdf"', ['php', 'pdf']],
		['https://a.example.com/a', "attachment; filename=b.bin; FileName*=utf-8''c.mp4", ['mp4', 'bin']],
		['https://a.example.com/a', "attachment; filename*=UTF-8''%22c.mp4%22", ['mp4']],
		['https://a.example.com/a', 'attachment; filename="b.mp4', ['mp4']],
		['https://a.example.com/a', 'attachment', []],
		['https://a.example.com/a', ['attachment'], []],
	])('of %s with %j are %j', (link, disposition, endings) => {
		expect(endingsOf([link], disposition)).toEqual(endings);
	});

	it('are found quickly in a header that is made to be slow', () => {
		const start = Date.now();
		for (const unit of ['; ', ';a=" ', '\\"', ';filename="', '. '])
			endingsOf(['https://a.example.com/a'], `attachment${unit.repeat(8000)}`);
		expect(Date.now() - start).toBeLessThan(1000);
	});
});
