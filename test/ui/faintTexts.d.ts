/** @param least the contrast that each text must have */
export function faintTexts(least: number): string[];
