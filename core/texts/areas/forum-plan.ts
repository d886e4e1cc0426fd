import { en } from '../en/forum-plan.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/forum-plan.ts';
import { ru } from '../ru/forum-plan.ts';
import { uzCyrl } from '../uz-cyrl/forum-plan.ts';

/** Programme, tasks and meetings of a forum, for the office and for its guests. `sheetOf`: `{number}` of a table; `kept`: `{count}`. */
export type ForumPlanTexts = Readonly<
  Record<
    | 'programme'
    | 'noProgramme'
    | 'day'
    | 'from'
    | 'until'
    | 'hall'
    | 'title'
    | 'languages'
    | 'tasks'
    | 'noTasks'
    | 'task'
    | 'daysBefore'
    | 'daysBeforeHint'
    | 'due'
    | 'doneOn'
    | 'finishTask'
    | 'addTask'
    | 'addSession'
    | 'dropSession'
    | 'setTables'
    | 'tables'
    | 'minutes'
    | 'meetings'
    | 'noMeetings'
    | 'noTables'
    | 'time'
    | 'table'
    | 'ask'
    | 'sheets'
    | 'sheetOf'
    | 'askedByGuest'
    | 'askedByOffice'
    | 'accepted'
    | 'take'
    | 'move'
    | 'end'
    | 'yourMeetings'
    | 'calendar'
    | 'whatNow'
    | 'moved'
    | 'publicPage'
    | 'sessions'
    | 'inHall'
    | 'inHallText'
    | 'kept'
    | 'sentNow'
    | 'signInAgain',
    string
  >
>;

export const forumPlanTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
