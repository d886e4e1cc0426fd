/** Countries whose working days are known here. */
export const countries = ['KZ', 'UZ'] as const;

export type Country = (typeof countries)[number];
