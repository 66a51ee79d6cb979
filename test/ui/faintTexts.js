/* global document, getComputedStyle, NodeFilter */

/**
 * Runs in a browser's page: the texts whose color is too close to what lies behind them.
 * Source: WCAG 2.2, "contrast ratio" and "relative luminance".
 */
function faintTexts(least) {
	const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
	const luminance = (color) => {
		const [red, green, blue] = channels(color)
			.slice(0, 3)
			.map((value) => value / 255)
			.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	};
	const backgroundOf = (element) => {
		for (let one = element; one; one = one.parentElement) {
			const { backgroundColor } = getComputedStyle(one);
			const [, , , alpha = 1] = channels(backgroundColor);
			if (alpha > 0) return backgroundColor;
		}
		return 'rgb(255, 255, 255)';
	};
	const contrast = (one, other) => {
		const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
		return (light + 0.05) / (dark + 0.05);
	};
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const faint = [];
	while (walker.nextNode()) {
		const text = (walker.currentNode.textContent ?? '').trim();
		const element = walker.currentNode.parentElement;
		if (text === '' || element === null) continue;
		const ratio = contrast(getComputedStyle(element).color, backgroundOf(element));
		if (ratio < least) faint.push(`${text}: ${ratio.toFixed(2)}`);
	}
	return faint;
}

module.exports = { faintTexts };
