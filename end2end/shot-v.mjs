import { chromium } from 'playwright';
const quiet = ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run'];
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet });
const base = 'http://127.0.0.1:3977';
async function ctx(o, who='maria.lindqvist@bjorkdala.example') { const c = await b.newContext({ locale:'sv-SE', timezoneId:'Europe/Stockholm', ...o }); const p = await c.newPage();
 p.on('console', m => ['error','warning'].includes(m.type()) && console.log('console', m.text()));
 p.on('pageerror', e => console.log('pageerror', e.message));
 await p.goto(base+'/logga-in'); await p.getByLabel('E-post eller användarnamn').fill(who); await p.getByLabel('Lösenord').fill('arende-demo'); await p.getByRole('button',{name:'Logga in'}).click(); await p.waitForURL(u=>!u.pathname.includes('logga-in')); return p; }
const go = async (p, a) => { await p.goto(base+a); await p.locator('html[data-hydrated]').waitFor({state:'attached'}); };
let p = await ctx({ viewport:{width:1440,height:900} });
await go(p,'/arenden'); await p.waitForTimeout(800); await p.screenshot({path:'/tmp/v1.png'});
await p.getByText('Spara vy').click(); await p.screenshot({path:'/tmp/v2.png'});
await p.keyboard.press('Escape');
await p.getByText('Vyer', {exact:true}).click(); await p.waitForTimeout(200); await p.screenshot({path:'/tmp/v3.png'});
await p.keyboard.press('Escape');
await p.getByRole('navigation',{name:'Urval'}).getByRole('link',{name:/Klagomål/}).click(); await p.waitForTimeout(500);
await p.goto(p.url().replace('vy=1','vy=1-andrad')+'&status=ny'); await p.waitForTimeout(1000); console.log(p.url()); await p.screenshot({path:'/tmp/v4.png'});
await go(p,'/arenden/vyer'); await p.locator('summary', {hasText:'Ändra'}).first().click(); await p.screenshot({path:'/tmp/v5.png'});
for (const [w, scheme] of [[390,'light'],[320,'dark']]) {
 p = await ctx({ viewport:{width:w,height:844}, colorScheme: scheme, hasTouch:true, isMobile:true });
 await go(p,'/arenden'); await p.waitForTimeout(600); await p.screenshot({path:`/tmp/v6-${w}.png`});
 console.log(w, await p.evaluate(()=>document.documentElement.scrollWidth));
 await p.getByText('Spara vy').click(); await p.waitForTimeout(200); await p.screenshot({path:`/tmp/v7-${w}.png`});
 await go(p,'/arenden/vyer'); await p.locator('summary', {hasText:'Ändra'}).first().click(); await p.screenshot({path:`/tmp/v8-${w}.png`, fullPage:true});
 console.log(w, await p.evaluate(()=>document.documentElement.scrollWidth));
}
await b.close();
