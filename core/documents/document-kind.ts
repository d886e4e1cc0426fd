import * as z from 'zod/mini';
import { stages, type StageDocument } from '../stages/definition.ts';

/** Documents of no stage. `paper-answer`: the scan of an answer that came on paper; `docket-paper`: of a step of a docket; `ladder-paper`: photo or act of a rung; `electronic-signature`: what somebody signed another document with; it lies beside that document and stands for none. */
const ofNoStage = ['paper-answer', 'docket-paper', 'ladder-paper', 'electronic-signature', 'other'] as const;

export const documentKinds = [
  ...Object.values(stages).flatMap(({ documents }) => Object.keys(documents)),
  ...ofNoStage,
] as readonly string[] as readonly [StageDocument, ...StageDocument[], ...typeof ofNoStage];
export const DocumentKind = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof DocumentKind>;

const mediaTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'application/zip',
  'application/pkcs7-signature',
] as const;
export const MediaType = z.enum(mediaTypes);
export type MediaType = z.infer<typeof MediaType>;

/** waiting: a scanner has not told yet; not-scanned: nobody scans here, or the scanner could not; refused: removed. */
export const documentStates = ['waiting', 'clean', 'not-scanned', 'refused'] as const;
export const DocumentState = z.enum(documentStates);
export type DocumentState = z.infer<typeof DocumentState>;

/** What a scanner says; unreadable: locked or broken, so it can never say more; failed: the scanner's own trouble. */
export const scanResults = ['clean', 'infected', 'unreadable', 'failed'] as const;
export const ScanResult = z.enum(scanResults);
export type ScanResult = z.infer<typeof ScanResult>;

export const Sha256 = z.string().check(z.regex(/^[a-f0-9]{64}$/));

export const largestBytes = 100_000_000;
export const FileBytes = z.int().check(z.positive(), z.maximum(largestBytes));

export const DocumentId = z.string().check(z.regex(/^[a-z-]{1,40}-\d{1,4}$/));
export const FileId = z.string().check(z.regex(/^[a-z0-9-]{10,64}$/));
