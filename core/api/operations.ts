import { adminOperations } from './admin-operations.ts';
import { documentOperations } from './document-operations.ts';
import { linkOperations } from './link-operations.ts';
import { officeOperations } from './office-operations.ts';
import { publicOperations } from './public-operations.ts';
import { regionOperations } from './region-operations.ts';

/** Every operation by the function that serves it: one operation, one permission boundary. */
export const operationsOf = {
  public: publicOperations,
  links: linkOperations,
  documents: documentOperations,
  office: officeOperations,
  region: regionOperations,
  admin: adminOperations,
} as const;

/** Every operation by its operationId, which is also the name of its use case and its metric. */
export const operations = {
  ...publicOperations,
  ...linkOperations,
  ...officeOperations,
  ...documentOperations,
  ...regionOperations,
  ...adminOperations,
} as const;

export type OperationId = keyof typeof operations;
