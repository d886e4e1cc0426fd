export const storePath = '/store';

export const filesUrl = (siteUrl: string): string => siteUrl + storePath;
