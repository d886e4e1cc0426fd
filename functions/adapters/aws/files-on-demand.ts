import type { Files } from '#core/kernel/ports.ts';

/** The store of files, whose client is loaded by the first who reaches for a file: it weighs as much as the table's. */
export function filesOnDemand(bucket: string, url: string): Files {
  let opened: Promise<Files> | undefined;
  const store = () => (opened ??= import('./file-store.ts').then(({ fileStore }) => fileStore(bucket, url)));
  return {
    uploadForm: async (file) => (await store()).uploadForm(file),
    put: async (file, content) => (await store()).put(file, content),
    look: async (fileId) => (await store()).look(fileId),
    keep: async (fileId) => (await store()).keep(fileId),
    downloadUrl: async (fileId, as) => (await store()).downloadUrl(fileId, as),
    remove: async (fileId) => (await store()).remove(fileId),
  };
}
