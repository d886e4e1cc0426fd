import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,functions,workflows,infra,seeds,web,test}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
