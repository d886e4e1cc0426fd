/** By what letters for a plot are found: no name and no number begins so. */
export const plotWord = (plotId: string): string => `=${plotId}`;
