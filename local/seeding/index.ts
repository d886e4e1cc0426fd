export { seed, type SeedTarget } from './seed.ts';
