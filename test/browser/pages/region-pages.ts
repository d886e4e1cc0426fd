import type { Entries } from './state.ts';

const download = 'a download';

export const regionPages: Entries = {
  '/region': [
    { name: 'the overview', path: '/region', as: 'leadership', printed: true },
    { name: 'the overview of nothing', path: '/region', as: 'leadership-turkistan', printed: true },
    { name: 'what came about', path: '/region?view=past', as: 'leadership', printed: true },
    { name: 'what came about of nothing', path: '/region?view=past', as: 'leadership-turkistan' },
    { name: 'what was forecast', path: '/region?view=forecasts', as: 'leadership', printed: true },
    { name: 'the overview on a wall', path: '/region?view=screen', as: 'leadership' },
    { name: 'a view that is not there', path: '/region?view=future', as: 'leadership', status: 404 },
    { name: 'the overview for an officer', path: '/region', as: 'officer' },
  ],
  '/region/dockets': [
    { name: 'frozen land', path: '/region/dockets', as: 'leadership', printed: true },
    { name: 'no frozen land', path: '/region/dockets', as: 'leadership-turkistan' },
    { name: 'frozen land of no zone', path: '/region/dockets?zone=nowhere', as: 'leadership', status: 404 },
  ],
  '/region/projects': [
    { name: 'all projects', path: '/region/projects', as: 'leadership', printed: true },
    { name: 'what is overdue', path: '/region/projects?overdue=yes', as: 'leadership' },
    { name: 'late through somebody', path: '/region/projects?holder=office', as: 'leadership' },
    { name: 'behind their plan', path: '/region/projects?start=all&standing=behind', as: 'leadership' },
    { name: 'what somebody holds', path: '/region/projects?held=office', as: 'leadership' },
    { name: 'what was received in a month', path: '/region/projects?month=2025-12&what=received', as: 'leadership' },
    { name: 'without a road map', path: '/region/projects?unplanned=yes', as: 'leadership' },
    { name: 'of a sector', path: '/region/projects?sector=food', as: 'leadership' },
    { name: 'no projects', path: '/region/projects?stage=rejected', as: 'leadership' },
    { name: 'a zone that is not there', path: '/region/projects?zone=nowhere', as: 'leadership', status: 404 },
  ],
  '/plots': [
    { name: 'plots of all zones', path: '/plots' },
    { name: 'plots for a wish', path: '/plots?zone=aqtobe&hectares=3&powerKw=4000&rail=true&by=2027-03-01' },
  ],
  '/forums/{forumId}': [
    { name: 'what a region offers at a forum', path: '/forums/aqtobe-investment-forum-2025' },
    { name: 'a forum that is not there', path: '/forums/none', status: 404 },
  ],
  '/figures': [{ name: 'the public figures', path: '/figures', printed: true }],
  '/figures.csv': download,
  '/figures.xlsx': download,
  '/open-data': [{ name: 'the open data', path: '/open-data' }],
  '/open-data/{file}': download,
  '/open-data/{night}/{file}': download,
  '/region/projects.csv': download,
  '/region/projects.xlsx': download,
  '/region/figures.csv': download,
  '/region/figures.xlsx': download,
};

export const otherPages: Entries = {
  '/sign-in': [
    { name: 'sign in', path: '/sign-in?to=/office' },
    { name: 'signed out', path: '/sign-in?out=yes' },
  ],
  '/sign-in/callback': [
    { name: 'a sign-in that began elsewhere', path: '/sign-in/callback?code=x&state=y', status: 401 },
  ],
  '/sign-in/start': 'leads on to the issuer',
  '/sign-in/stay': 'leads back to the page that somebody still looks at',
  '/assets/{name}': 'styles and scripts',
  '/openapi.json': 'for programs',
  '/l/{link}/asked.csv': download,
  '/l/{link}/asked.xlsx': download,
  '/l/{link}/calendar.ics': 'a calendar file',
  '/office/calendar.ics': 'a calendar file',
  '/office/projects/{projectId}/calendar.ics': 'a calendar file',
};
