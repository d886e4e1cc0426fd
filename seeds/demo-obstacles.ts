import type { Holder } from '#core/project/event.ts';
import type { RaiseObstacleRequest } from '#core/obstacles/obstacle.ts';
import type { AddNoteRequest } from '#core/work/office-note.ts';

/** What stands in the way of a letter of the forum (by its place in `forumLetters`), and what the office noted about it. Ours. */
export interface DemoObstacle {
  readonly letter: number;
  readonly report: RaiseObstacleRequest;
  readonly handOver?: { readonly to: Holder; readonly words: string };
  readonly notes: readonly AddNoteRequest[];
}

export const demoObstacles: readonly DemoObstacle[] = [
  {
    letter: 0,
    report: {
      about: { kind: 'line', line: 'power' },
      words:
        'Қосалқы станцияда бос қуат жоқ деп ауызша жауап берді, жазбаша жауап әлі келген жоқ. Қосылу нүктесі белгісіз болғандықтан жобалауды бастай алмай отырмыз.',
    },
    handOver: {
      to: { kind: 'party', partyId: 'aqtobe-power' },
      words: 'Қай қосалқы станцияда және қашаннан бастап қуат берілетінін жазбаша хабарлаңыз.',
    },
    notes: [
      {
        text: 'Энергетиктермен телефонмен сөйлестік: наурыз айында екінші трансформатор іске қосылады.',
        shared: false,
      },
      {
        text: 'Электр желісі туралы сұрауыңызды энергетикалық компанияға тапсырдық. Жауап келген бойда хабарлаймыз.',
        shared: true,
      },
    ],
  },
  {
    letter: 2,
    report: {
      about: { kind: 'stage', stage: 'contract-and-land' },
      words:
        'The plot we were shown in November is crossed by an old water main. We need to know who moves it, or which other plot is free.',
    },
    notes: [
      {
        text: 'The water company has the drawings of the old main; ask for them before the council meets.',
        shared: false,
      },
    ],
  },
];
