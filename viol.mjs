import { chromium } from 'playwright-core'
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--use-gl=angle','--use-angle=swiftshader','--enable-unsafe-swiftshader']})
const p=await b.newPage({viewport:{width:1440,height:900}})
await p.addInitScript(()=>document.addEventListener('securitypolicyviolation',e=>console.log('VIOL',e.violatedDirective,e.blockedURI,e.sourceFile,e.lineNumber,e.columnNumber,e.sample)))
p.on('console',m=>console.log(m.text()))
const t=Date.now()
await p.goto('http://127.0.0.1:8113/?e2e=1');await p.waitForTimeout(1500);console.log('without evaluate');
await p.evaluate('1+1');await p.evaluate(()=>2);console.log('after')
await p.waitForTimeout(300)
await b.close()
