const Sequencer = require('@jest/test-sequencer').default;

/** Files that take longest, where jest has not measured them yet: one of them at the end would leave a core idle. */
const SLOWEST = [
	...['unit/event/drift.test', 'unit/event/slowTexts', 'lifecycle/registrations', 'package/split'],
	...[
		'lifecycle/hostileBodies',
		'lifecycle/operations',
		'lifecycle/order',
		'lifecycle/copiedN8n',
		'package/tarball',
	],
];

const placeOf = ({ path, duration }) => {
	if (duration !== undefined) return SLOWEST.length;
	const place = SLOWEST.findIndex((file) => path.replaceAll('\\', '/').includes(`/${file}`));
	return place === -1 ? SLOWEST.length : place;
};

module.exports = class SlowestFirst extends Sequencer {
	sort(tests) {
		return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other));
	}
};
