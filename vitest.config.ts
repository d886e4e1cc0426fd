import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,functions,workflows,infra,seeds,web,test}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
