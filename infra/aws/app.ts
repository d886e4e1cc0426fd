import { App } from 'aws-cdk-lib';
import { assemble } from './assemble.ts';

const app = new App();
assemble(app);
app.synth();
