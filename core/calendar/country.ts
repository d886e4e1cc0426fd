export const countries = ['KZ', 'UZ'] as const;

export type Country = (typeof countries)[number];
