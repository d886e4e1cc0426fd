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
  'faults/kill.test.ts',
  'browser/handling.test.ts',
  'system/long-path.test.ts',
];
const rank = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((name) => moduleId.endsWith(name));
  return at === -1 ? longest.length : at;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    include: ['{core,functions,workflows,infra,local,seeds,pages,test}/**/*.test.{ts,tsx}'],
    globalSetup: 'test/support/shared-bundles.ts',
    // No verdict hangs on speed: this only ends what would never come back.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    sequence: { sequencer: LongestFirst },
  },
});
