import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest begins first, so that nobody waits for it alone at the end. */
const longest = [
  'browser/every-page.test.ts',
  'browser/walk/walk.test.ts',
  'authorisation/matrix.test.ts',
  'hostile/fuzz.test.ts',
  'hostile/markup.test.ts',
  'hostile/entry-points.test.ts',
  'hostile/twice.test.ts',
  'hostile/logs.test.ts',
  'system/stage-outcomes.test.ts',
  'faults/drill.test.ts',
  'browser/region.test.ts',
  'system/handling.test.ts',
  'system/states.test.ts',
  'system/digests.test.ts',
  'host/host.test.ts',
  'faults/kill.test.ts',
  'browser/handling.test.ts',
  'system/long-path.test.ts',
  'migrations/migrate.test.ts',
];
/** Whose tests change the process they run in. */
const alone = ['local/**/*.test.ts', 'test/faults/*.test.ts'];

/** A process goes on with files of its own project only: one project after the other, and the smallest files last. */
const order = ['alone', 'whole', 'unit'];

const rank = ({ moduleId, project }: TestSpecification): number => {
  const at = longest.findIndex((name) => moduleId.endsWith(name));
  return order.indexOf(project.name) * longest.length + (at === -1 ? longest.length - 1 : at);
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    globalSetup: 'test/support/run.ts',
    // A request passes through four threads one after the other: two files alone leave a third of two processors waiting.
    maxWorkers: 3,
    // No verdict hangs on speed: this only ends what would never come back.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    sequence: { sequencer: LongestFirst },
    // In those that are not isolated a process goes on from file to file: what they share is loaded once, and warm.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{core,functions,pages,seeds}/**/*.test.{ts,tsx}'],
          exclude: ['functions/adapters/**'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['{functions/adapters,workflows,infra,test}/**/*.test.{ts,tsx}'],
          exclude: alone,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: alone, exclude: [] } },
    ],
  },
});
