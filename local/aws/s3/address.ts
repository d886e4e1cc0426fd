/** Where the store stands on the site's port. */
export const storePath = '/store';

/** Under which browsers reach the store, without the bucket. @param siteUrl the site's address as people know it */
export const filesUrl = (siteUrl: string): string => siteUrl + storePath;
