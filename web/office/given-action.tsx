import type { ProjectView } from '#core/api/views.ts';
import { dateText, textsOf } from '#core/texts/index.ts';
import { duplicatesTexts } from '#core/texts/areas/duplicates.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { ProjectAction } from '#core/project/act-on-project.ts';
import { capital } from '#core/texts/capital.ts';
import type { Fact } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { nameOf } from './names.ts';

/** An action as it was filled in, as terms and values. */
export function givenAction(frame: Frame, { assignments, duplicates = [] }: ProjectView, request: ProjectAction): readonly Fact[] {
  const { language } = frame;
  const { actionFields: words, answer } = officeTexts(language);
  const texts = textsOf(language);
  const target = request.action === 'extend' ? assignments.find(({ assignmentId }) => assignmentId === request.assignmentId) : undefined;
  const reason = 'reason' in request ? request.reason : undefined;
  const kept = request.action === 'merge' ? duplicates.find(({ projectId }) => projectId === request.into) : undefined;
  return [
    ...(kept ? [{ term: duplicatesTexts(language).which, value: `${kept.number} · ${kept.company}` }] : []),
    ...(request.action === 'extend' ? [{ term: words.target, value: target ? capital(frame.language, nameOf(frame, target)) : words.wholeStage }, { term: words.newDate, value: dateText(language, request.to) }] : []),
    ...(request.action === 'suspend' ? [{ term: words.fault, value: capital(frame.language, texts.faults[request.fault]) }, { term: words.reviewOn, value: dateText(language, request.reviewOn) }] : []),
    ...('reasonCode' in request ? [{ term: answer.reasonCode, value: capital(frame.language, texts.reasons[request.reasonCode]) }] : []),
    ...(reason === undefined ? [] : [{ term: answer.reason, value: <span class="said">{reason}</span> }]),
  ];
}
