/* Soft hyphens, spaces of no width, fillers, marks of direction. Joiners stay: some scripts and pictures need them. */
const marks =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|\u17b4|\u17b5/gu;

/** Whether anything of a text can be seen; the empty pattern of Braille is a sign only by its name. */
const isSeen = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replaceAll('\u2800', ''));

/** A text without invisible marks; empty when nothing of it can be seen. */
export function visible(text: string): string {
  const left = text.replace(marks, '');
  return isSeen(left) ? left : '';
}
